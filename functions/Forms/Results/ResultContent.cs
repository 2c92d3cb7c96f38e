using System.Text.Json;
using System.Text.Json.Serialization;
using PublicAdmin.Forms.Layout;
using PublicAdmin.Forms.Official;
using static PublicAdmin.Forms.Official.OfficialPaper;

namespace PublicAdmin.Forms.Results;

/// <summary>
/// What a result says: the data an officer proposes, a leader approves and the agency issues. Number and date stay open until the registrar
/// gives them. Never rename a discriminator: approved content is stored for ever.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(BirthExtract), "birthExtract")]
[JsonDerivedType(typeof(MaritalStatusCertificate), "maritalStatus")]
[JsonDerivedType(typeof(DecisionPaper), "decision")]
[JsonDerivedType(typeof(FormResult), "formResult")]
public abstract record ResultContent
{
    /// <summary>The paper, not yet numbered and signed; what it says lies in it as data too.</summary>
    /// <param name="answers">The answers of the form it was made from, as far as it prints them; null for none.</param>
    public byte[] Print(IssuingAgency issuer, DossierHead dossier, Signer signer, DateTimeOffset approvedAt, JsonElement? answers = null)
    {
        var paper = new PrintedPaper(
            Metadata(Name, issuer, approvedAt),
            [
                Head(issuer, null, null),
                .. Blocks(issuer),
                new Gap(6),
                new Grid(
                    [45, 55],
                    [
                        new Cell(Receivers([.. ReceivedBy, "Lưu: VT, hồ sơ."]), new Gap(8), Qr(dossier), new Paragraph(dossier.Code) { Size = 9 }),
                        SignedBy(signer, FieldNames.Person, FieldNames.Seal),
                    ]),
            ]);
        return (paper with { OnOnePage = OnOnePage, Data = ResultData.Of(this, Name, issuer, dossier, answers) }).Print();
    }

    private protected abstract string Name { get; }

    /// <summary>A certificate is one sheet.</summary>
    private protected virtual bool OnOnePage => true;

    private protected virtual IReadOnlyList<string> ReceivedBy => ["Người yêu cầu;"];

    private protected abstract IEnumerable<Block> Blocks(IssuingAgency issuer);
}
