/// A file that Baton serves to browsers. All of them are part of the program, so that one program is all there is to install.
package struct PageFile: Sendable {
  package let bytes: [UInt8]
  /// The value of `Content-Type`.
  package let type: String

  /// The file at this path of a URL, such as `/widget.js`; the demo page is at `/`.
  package static func at(path: String) -> PageFile? {
    switch path {
    case "/": PageFile(bytes: PackageResources.index_html, type: "text/html; charset=utf-8")
    case "/widget.js": PageFile(bytes: PackageResources.widget_js, type: "text/javascript; charset=utf-8")
    case "/demo.css": PageFile(bytes: PackageResources.demo_css, type: "text/css; charset=utf-8")
    case "/icon.svg": PageFile(bytes: PackageResources.icon_svg, type: "image/svg+xml")
    default: nil
    }
  }
}
