using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Forms.Official;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>A page of the register.</summary>
/// <param name="First">What its first line is counted as.</param>
public sealed record RegisterPage(IReadOnlyList<RegisterLine> Items, int First, string? Next);

/// <summary>
/// Sổ theo dõi hồ sơ (form 07): what a desk received, by day and serial. Read from the serials themselves, so that it cannot leave out a dossier, at
/// the cost of the lines shown and one look per day.
/// </summary>
public sealed class RegisterBook(ITables tables, DossierStore dossiers, OfficeDirectory offices, ProcedureCatalogue procedures)
{
    private readonly ITable _serials = tables[Tables.Serials];

    /// <param name="office">Whose desk.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="asked">The page; its cursor names the last dossier shown and how many were.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<RegisterPage> ReadAsync(string office, DateOnly from, DateOnly to, PageAsked asked, CancellationToken ct)
    {
        var (day, shown, lines) = (from, 0, new List<RegisterLine>());
        var serial = 0L;
        if (asked.After?.Split('|') is [var on, var behind, var count]
            && DateOnly.TryParseExact(on, "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)
            && long.TryParse(behind, CultureInfo.InvariantCulture, out serial) && int.TryParse(count, CultureInfo.InvariantCulture, out shown))
        {
            day = last < from ? from : last;
        }

        for (var (place, issued) = (day, await IssuedAsync(office, day, ct)); place <= to;)
        {
            if (serial >= issued)
            {
                (place, serial) = (place.AddDays(1), 0);
                issued = place <= to ? await IssuedAsync(office, place, ct) : 0;
            }
            else if (lines.Count == asked.Limit)
            {
                return new(lines, shown + 1, string.Create(CultureInfo.InvariantCulture, $"{place:yyMMdd}|{serial}|{shown + lines.Count}"));
            }
            else if (await dossiers.FindAsync(DossierCode.Issue(office, place, ++serial), ct) is { } stored)
            {
                lines.Add(LineOf(stored.Dossier));
            }
        }

        return new(lines, shown + 1, null);
    }

    private async Task<long> IssuedAsync(string office, DateOnly day, CancellationToken ct) =>
        (await _serials.FindAsync(DossierSerials.PartitionOf(office, day), DossierSerials.LastKey, ct))?.Number(DossierSerials.Last) ?? 0;

    private RegisterLine LineOf(Dossier dossier)
    {
        var day = DateOnly.FromDateTime(dossier.SubmittedAt.Here().DateTime);
        var procedure = procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version) ?? procedures.Find(dossier.Procedure.Code, day);
        var returned = dossier.Milestones.LastOrDefault(milestone => milestone.Phase is Phase.Returned)?.At.Here();
        return new(
            dossier.Code.ToString(),
            procedure?.Name.Vi ?? dossier.Procedure.Code,
            dossier.Applicant.Name,
            string.Join(", ", new[] { dossier.Applicant.Address, dossier.Applicant.Phone }.OfType<string>()),
            offices.Find(dossier.Places.Competent ?? dossier.Holding, day)?.Authority.Vi ?? "",
            dossier.Deadline?.ReceivedAt.Here(),
            dossier.Deadline?.PromisedAt.Here(),
            returned?.ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture),
            WayOf(dossier.ReturnWay),
            NoteOf(dossier));
    }

    private static string WayOf(ReturnWay way) => way switch
    {
        ReturnWay.Electronic => "Điện tử",
        ReturnWay.Post => "Bưu chính",
        _ => "Tại quầy",
    };

    private static string? NoteOf(Dossier dossier) => dossier.IsCase() ? "Hồ sơ liên thông, theo dõi ở từng phần" : dossier.Phase switch
    {
        Phase.NotAccepted => "Từ chối tiếp nhận",
        Phase.Withdrawn => "Rút hồ sơ",
        Phase.Stopped => "Dừng giải quyết",
        Phase.SupplementRequested => "Chờ bổ sung",
        Phase.FinancialDuty => "Yêu cầu thực hiện nghĩa vụ tài chính",
        Phase.Posting => "Đang niêm yết công khai",
        _ => null,
    };
}
