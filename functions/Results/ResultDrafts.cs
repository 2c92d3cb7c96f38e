using System.Text.Json;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms.Official;
using PublicAdmin.Forms.Results;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;
using PublicAdmin.Signing.Certificates;

namespace PublicAdmin.Results;

/// <summary>Makes the paper of a result from the dossier, and says who signs it.</summary>
public sealed class ResultDrafts(OfficeDirectory offices, StaffDirectory staff, ProcedureCatalogue procedures, QrTokens tokens)
{
    // Read strictly: half a birth extract is none, and is better printed as it was written than not at all.
    private static readonly JsonSerializerOptions Contents = new(OfficeJson.Stored)
    {
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public async Task<byte[]> PrintAsync(Dossier dossier, CancellationToken ct)
    {
        var office = OfficeOf(dossier.Holding, dossier);
        var leader = await LeaderOfAsync(dossier, ct);
        var head = await HeadAsync(dossier, ct);
        return ContentOf(dossier).Print(IssuerOf(office), head, new Signer(TitleOf(office), leader.Name), ApprovedAt(dossier));
    }

    /// <summary>The leader who approved.</summary>
    public Task<SigningOwner> LeaderOfAsync(Dossier dossier, CancellationToken ct) =>
        PersonAsync(dossier.Approver ?? throw new InvalidOperationException($"{dossier.Code} was approved by nobody."), dossier, ct);

    /// <summary>A member of staff who signs for the agency that holds the dossier.</summary>
    public async Task<SigningOwner> PersonAsync(string id, Dossier dossier, CancellationToken ct)
    {
        var member = await staff.FindAsync(id, ct);
        return new SigningOwner(SigningKeyNames.OfPerson(id), member?.Name ?? id, OfficeOf(dossier.Holding, dossier).Authority.Vi);
    }

    /// <summary>The agency whose name stands on the result.</summary>
    public SigningOwner AgencyOf(Dossier dossier)
    {
        var office = OfficeOf(dossier.Holding, dossier);
        return new SigningOwner(SigningKeyNames.OfSeal(office.Code), office.Authority.Vi, office.Authority.Vi);
    }

    /// <summary>The center that received, which seals the forms.</summary>
    public SigningOwner ReceiverOf(Dossier dossier)
    {
        var office = OfficeOf(dossier.Places.Receipt, dossier);
        return new SigningOwner(SigningKeyNames.OfSeal(office.Code), office.Authority.Vi, office.Authority.Vi);
    }

    /// <summary>Whether the procedure's result is a certified copy.</summary>
    public bool MakesCopies(Dossier dossier) => ProcedureOf(dossier)?.Results.Any(result => result.Kind is ResultKind.CertifiedCopy) is true;

    /// <summary>What the registrar gave, for the fields the paper left open.</summary>
    public IReadOnlyDictionary<string, string> NumberAndDate(Dossier dossier) => new Dictionary<string, string>
    {
        [FieldNames.Number] = $"Số: {dossier.Result!.Number}",
        [FieldNames.Date] = $"{OfficeOf(dossier.Holding, dossier).PlaceName()}, {OfficialPaper.Written(dossier.Result.Date)}",
    };

    internal async Task<DossierHead> HeadAsync(Dossier dossier, CancellationToken ct) => new(
        dossier.Code.ToString(),
        ProcedureName(dossier),
        new Party(dossier.Applicant.Name, dossier.Applicant.PersonalNumber, dossier.Applicant.Address, dossier.Applicant.Phone, dossier.Applicant.Email),
        await tokens.AddressOfAsync(dossier, ct));

    internal OfficeVersion OfficeOf(string code, Dossier dossier) => offices.Find(code, DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime))
        ?? throw new InvalidOperationException($"There is no office {code}.");

    internal static Issuer IssuerOf(OfficeVersion office) => new(null, office.Authority.Vi, office.PlaceName());

    internal static Issuer CenterOf(OfficeVersion office) => new(office.Authority.Vi, office.DeskName(), office.PlaceName());

    internal static string TitleOf(OfficeVersion office) =>
        office.IsCommune || office.Kind is OfficeKind.Province ? "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH" : office.Chair.Vi.ToUpperInvariant();

    /// <summary>Thời gian giải quyết theo quy định, in words.</summary>
    internal string TermOf(Dossier dossier) => ProcedureOf(dossier)?.Term.AtReceipt(dossier) switch
    {
        { Unit: TermUnit.WorkingDays, Value: var days } => $"{days:00} ngày làm việc",
        { Unit: TermUnit.WorkingHours, Value: var hours } => $"{hours:00} giờ làm việc",
        { Unit: TermUnit.SameDay } => "Trong ngày làm việc",
        _ => "Theo quy định của thủ tục",
    };

    private ProcedureVersion? ProcedureOf(Dossier dossier) => procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version)
        ?? procedures.Find(dossier.Procedure.Code, DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime));

    private string ProcedureName(Dossier dossier) => ProcedureOf(dossier)?.Name.Vi ?? dossier.Procedure.Code;

    // Structured content is laid out as its kind asks; anything else is the text of a notice.
    private ResultContent ContentOf(Dossier dossier)
    {
        var proposal = dossier.Proposal!;
        try
        {
            return proposal.Content.StartsWith('{') && JsonSerializer.Deserialize<ResultContent>(proposal.Content, Contents) is { } content ? content : Plain(dossier);
        }
        catch (Exception other) when (other is JsonException or NotSupportedException)
        {
            return Plain(dossier); // Not supported: an object that names no kind.
        }
    }

    private DecisionPaper Plain(Dossier dossier) => new(
        dossier.Proposal!.Outcome is Decision.Grant ? "Kết quả giải quyết thủ tục hành chính" : "Thông báo không giải quyết",
        ProcedureName(dossier),
        [],
        [.. dossier.Proposal.Content.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))]);

    private static DateTimeOffset ApprovedAt(Dossier dossier) =>
        dossier.Milestones.LastOrDefault(milestone => milestone.Phase is Phase.Approved)?.At.Here() ?? dossier.SubmittedAt.Here();
}
