import Vocabulary

@testable import Signatures

/// Keys and tokens made by another implementation (PyJWT with cryptography): customer 4711 of the audience `branch-bank`, issued ten
/// seconds before `Served.noon` and valid for ten minutes. The private keys are gone, but for one that no test signs with.
enum TokenSamples {
  static let secret = "a secret of at least 32 bytes, made up"
  static let es256 = """
    -----BEGIN PUBLIC KEY-----
    MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEJkFWVWu2RKdgXnS+JoF5fZ8VLPmx
    COdBgAAK6BwsMLY/yaa+1bGFWe4dH2LwJ3a7LCWKSo8XOAibCVDosBoF8A==
    -----END PUBLIC KEY-----

    """
  static let p384 = """
    -----BEGIN PUBLIC KEY-----
    MHYwEAYHKoZIzj0CAQYFK4EEACIDYgAEIooxZKLXMSrtSoKrldxorLT2vsPhvn9n
    dz2EZycnSF1/IG+59Rv3jBbo/WTCLJBvvLHyaqCySZJe/9WkC0k9XuvYyp19PjjO
    330wIVD0zi7tUfL56j1so3bXdZqMEWB7
    -----END PUBLIC KEY-----

    """
  static let ed25519 = """
    -----BEGIN PUBLIC KEY-----
    MCowBQYDK2VwAyEAZbwaS7nVOpG0AaJdSaRZ8w7j5Km5iok12vaOX7vmsvc=
    -----END PUBLIC KEY-----

    """
  static let rsa = """
    -----BEGIN PUBLIC KEY-----
    MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwuhOoX1Y4MIyrEcRlLmp
    HFLEDWbIEO7CXqAuRpkuvu4XUsfTZt/GEqeliGf9Lgpb9BwG2DQ+1B4T945BeKFS
    WJaG1MirIQoXLnK5xQVScAjNKRySGMtX0FJ3e8Lu2kZ8wzHcd+yTV95yBpxIJ6GY
    Vb+EU6M5P1DIr+HO9FgW5Me3YSFObIewNyIDv+cTXwMHknFm3N7ZUclv/dBLPM7A
    YJan1sryRo18ZS6A+5ppyfGHv2KkotPKJhogELXSK3jW3EcESuLpgvR4HV1RzVDl
    XaC2PuhcQ9t5iumvELyvU894/2oLYER12IPr9fYWRjxP8YIlR+EBdRrfPH9x1qPZ
    DwIDAQAB
    -----END PUBLIC KEY-----

    """
  static let privateKey = """
    -----BEGIN PRIVATE KEY-----
    MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgVXgws7iDjdUkUqmg
    ln1ubOZ41NC747/Y/AzGKLbCsXGhRANCAAQmQVZVa7ZEp2BedL4mgXl9nxUs+bEI
    50GAAAroHCwwtj/Jpr7VsYVZ7h0fYvAndrssJYpKjxc4CJsJUOiwGgXw
    -----END PRIVATE KEY-----

    """

  /// What all of them say.
  static let claims =
    "eyJzdWIiOiI0NzExIiwiYXVkIjoiYnJhbmNoLWJhbmsiLCJleHAiOjE3OTUzNDQ2MDAsImlhdCI6MTc5NTM0Mzk5MCwibmFtZSI6"
    + "IkFuYSBOb3ZhayIsImlzcyI6Imh0dHBzOi8vYmFuay5leGFtcGxlIn0"

  static let byHS256 = token(
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9", "QgAvDrGq_fYW4OM47hKRXOf1Cdm2c0-U5ElaYmmI3Hc")
  static let byES256 = token(
    "eyJhbGciOiJFUzI1NiIsInR5cCI6IkpXVCJ9",
    "xfy59Wkqjjd-SDKnjmcdmriJU8uU0Df6_V_wEZbYXDphwS15IofGjVcj3kVYveU97BfQTZcirdlFVXQHAybv0Q")
  static let byES256Named = token(
    "eyJhbGciOiJFUzI1NiIsImtpZCI6IjIwMjYiLCJ0eXAiOiJKV1QifQ",
    "J19dXX87_lUixKt93sR8FmSyEly9TeOO5jK-L4RXp5geBD-n6WDns8_7HpCVqqbw60_IbwvVFahbJ5ib2F8faQ")
  static let byEdDSA = token(
    "eyJhbGciOiJFZERTQSIsInR5cCI6IkpXVCJ9",
    "kqFho5-hw_Oy1bkJ0kRnmw-gca0Zxyyz0DUgtLppW5gaYdMzQFUU6OFe1T8ekGMt1Ia_tiBKKy4tGcqHVXBJBQ")
  static let byES384 = token(
    "eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCJ9",
    "dtRl3PfgqhlTr27fQnZaD-d-VPK_6KzPWBGiPiZncwbEkmwr9uwUZ7qHZ72bORBt884mrJctvl2dj8lB8z1izNNkTJdFxjeUHone"
      + "uEiTh2MdAJHSr3K8lGWaZOqw-NEf")
  static let byRS256 = token(
    "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9",
    "sN21tjeqk8I1gRritjGSgszAseXLGNWqvbU3T6h98EAKZr5HTxnl1VOCAAPLyKalzI3uI0S-f-bFlWKF3KGzdbIM5PoOGr-xwr1q"
      + "I2chk_JWhZwPuLpLC-jeJTT1sZBQi4BgMlkAYPZf1zSJvEiI0B2j0N22q6lbtTVtoUSWd8OKdYZS42NjPpli-FmUWQXIQFVAXQZg"
      + "gGj7A1TvWhjqTqZzShl6R53VSjlqW1F5-3Z4O77WdlobDdrAgoSUxIdaCuLMWwWOTDarpQoQ4ciBr2QsSrp6tXVVmBPtD1blnHVy"
      + "Gw76KdGG7KpxqJ96hcMOqzNzdXe2QJJqFgCDMn_xPw")
  static let unsigned = token("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0", "")

  private static func token(_ header: String, _ signature: String) -> String { "\(header).\(claims).\(signature)" }
}
