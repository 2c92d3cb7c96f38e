using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Platform.Storage;
using PublicAdmin.Procedures;
using PublicAdmin.Submission;

namespace PublicAdmin.Linked;

/// <summary>
/// Lập hồ sơ con: files our dossier for a part of a linked case from what was filed once for all. Exactly one for each part: its code is remembered under
/// case and part before the dossier is written, as a filing's is under its Idempotency-Key.
/// </summary>
public sealed class PartFiling(DossierStore dossiers, DossierSerials serials, RequestLog requests, ProcedureCatalogue procedures)
{
    /// <returns>The code of the part's dossier, new or made before.</returns>
    public async Task<DossierCode> OpenAsync(Dossier whole, CasePart part, DateTimeOffset now, CancellationToken ct)
    {
        // What begins with the filing counts from it, however late this comes.
        var at = part.After is null ? whole.SubmittedAt : now;
        var (caller, key) = ($"linked:{whole.Code}", part.Id);
        var request = await requests.FindAsync(caller, key, ct) ?? await requests.AddAsync(
            caller, key, new LoggedRequest(await serials.NextAsync(whole.Places.Receipt, WorkingTime.DayOf(at), ct), key), ct);
        if (await dossiers.FindAsync(request.Code, ct) is null)
        {
            await AddAsync(request.Code, whole, part, at, ct);
        }

        return request.Code;
    }

    private async Task AddAsync(DossierCode code, Dossier whole, CasePart part, DateTimeOffset at, CancellationToken ct)
    {
        var asked = (Submitted)(await dossiers.EventsAsync(whole.Code, 0, ct))[0].Event;
        // As corrected by now: a part is not corrected twice.
        var answers = await dossiers.AnswersAsync(whole, ct) is { } all ? JsonMarshal.GetRawUtf8Value(all.Now).ToArray() : null;
        var filing = FilingOf(asked.Filing, whole, part, at) with { FormSha256 = answers is null ? null : ShaOf(answers) };
        try
        {
            await dossiers.AddAsync(
                new Submitted(code, filing, asked.Stamp with { At = at }), answers is null ? null : new ReadOnlyMemory<byte>(answers), ct);
        }
        catch (StaleRowException)
        {
            // Another delivery of the same message was faster.
        }
    }

    private static string ShaOf(byte[] answers) => Convert.ToHexStringLower(SHA256.HashData(answers));

    private Filing FilingOf(Filing asked, Dossier whole, CasePart part, DateTimeOffset at)
    {
        var day = WorkingTime.DayOf(at);
        var procedure = procedures.Find(part.Procedure!, day)
            ?? throw new InvalidOperationException($"{whole.Code} has a part of procedure {part.Procedure}, which is not in force on {day:O}.");
        return asked with
        {
            Procedure = new ProcedurePin(procedure.Code, procedure.Version),
            Places = whole.Places,
            Fees = FeeAccount.Empty.Assessed(FilingFees.ItemsOf(new FeeFactsForm(), procedure, asked.Channel, day)),
            TermCase = null,
            Linked = new Linkage(new PartOf(whole.Code, part.Id, asked.Procedure), []),
        };
    }
}
