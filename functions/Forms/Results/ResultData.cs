using System.Text.Json;
using PublicAdmin.Forms.Official;
using PublicAdmin.Pdf.Pages;
using PublicAdmin.Platform;

namespace PublicAdmin.Forms.Results;

/// <summary>
/// Dữ liệu có cấu trúc của kết quả: what a result says, for the next procedure to read instead of a person typing it again. It lies in the signed file, so
/// the signature vouches for it as for the page; number and date stand in the fields the registrar filled.
/// </summary>
/// <param name="Format">Of this record; a reader that does not know it leaves it alone.</param>
/// <param name="Dossier">Mã hồ sơ it was issued in.</param>
/// <param name="Content">As it was approved.</param>
/// <param name="Form">The form it was made from, with <c>form</c>, <c>version</c> and the <c>answers</c> it prints; null for none.</param>
public sealed record ResultData(string Format, string Title, string Agency, string Dossier, ResultContent Content, JsonElement? Form)
{
    public const string FileName = "ket-qua.json";
    public const string Version1 = "ket-qua-tthc/1";

    internal static PdfAttachment Of(ResultContent content, string title, IssuingAgency issuer, DossierHead dossier, JsonElement? form) => new(
        FileName,
        "Dữ liệu của kết quả, đọc bằng máy",
        JsonSerializer.SerializeToUtf8Bytes(new ResultData(Version1, title, issuer.Agency, dossier.Code, content, form), OfficeJson.Stored));
}
