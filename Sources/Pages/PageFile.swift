/// A file that Baton serves to browsers. All of them are part of the program, so that one program is all there is to install.
package struct PageFile: Sendable {
  package let bytes: [UInt8]
  /// The value of `Content-Type`.
  package let type: String

  /// Where there is one.
  package static let paths = ["/", "/widget.js", "/demo.css", "/icon.svg", "/openapi.json"]

  /// The file at this path of a URL, such as `/widget.js`; the demo page is at `/`.
  package static func at(path: String) -> PageFile? {
    switch path {
    case "/": PageFile(bytes: PackageResources.index_html, type: "text/html; charset=utf-8")
    case "/widget.js": PageFile(bytes: PackageResources.widget_js, type: "text/javascript; charset=utf-8")
    case "/demo.css": PageFile(bytes: PackageResources.demo_css, type: "text/css; charset=utf-8")
    case "/icon.svg": PageFile(bytes: PackageResources.icon_svg, type: "image/svg+xml")
    // The description of all that is spoken over HTTP, for programs that read such.
    case "/openapi.json": PageFile(bytes: PackageResources.openapi_json, type: "application/json")
    default: nil
    }
  }
}
