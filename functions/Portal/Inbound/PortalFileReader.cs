using System.Buffers;
using System.Globalization;
using PublicAdmin.Documents.Checking;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Portal.Inbound;

/// <summary>What became of a file: a paper, or why it is none.</summary>
public sealed record JudgedFile(Paper? Paper, RefusedFile? Refused = null);

/// <param name="Attempt">From 1.</param>
/// <param name="Last">The portal had its time: what is not here now will not come.</param>
public sealed record FetchTry(int Attempt, bool Last);

/// <summary>Brings one file of the portal in as an upload of its owner: the same chunks, the same hash over the whole, the same judge.</summary>
public sealed class PortalFileReader(
    PortalFileLine line, UploadDesk uploads, UploadCompletion completion, UploadStore stored, ProcedureCatalogue procedures, TimeProvider clock)
{
    // A link may be for one use, and the case or another part of it has just used it: then the bytes are here at the next look.
    private const int TriesBeforeNever = 3;

    /// <param name="dossier">Whose file it is.</param>
    /// <param name="file">As the portal named it.</param>
    /// <param name="id">The number of the paper in the dossier, when it becomes one.</param>
    /// <param name="turn">Which try it is.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null while nobody can say yet.</returns>
    public async Task<JudgedFile?> ReadAsync(Dossier dossier, PortalFile file, int id, FetchTry turn, CancellationToken ct)
    {
        var portal = new Caller(CallerKind.System, dossier.FilingSystem!, "", null, [new Duty(Role.System, Duty.Everywhere)]);
        var form = new UploadForm(file.Name, file.Size, file.Sha256, ChunkPlan.LargestChunk, OnBehalfOf: dossier.Applicant.PersonalNumber);
        var started = await uploads.StartAsync(form, portal, ct);
        if (!started.Try(out var upload, out var refusal))
        {
            return turn.Last ? Refuse(file, refusal) : null; // The person's allowance of today is used up.
        }

        if (!upload.Complete && await FetchAsync(file, upload, portal, turn, ct) is { } failed)
        {
            return failed.Reason == FetchRefusals.Later ? null : Refuse(file, failed);
        }

        return Judge(dossier, file, id, await stored.FindStoredAsync(upload.Id, ct), turn);
    }

    private JudgedFile? Judge(Dossier dossier, PortalFile file, int id, StoredPaper? paper, FetchTry turn)
    {
        if (paper is null or { Check.State: CheckState.Pending } && !turn.Last)
        {
            return null;
        }

        var component = procedures.AskedOf(dossier)!.Components.First(one => one.Id == file.Component);
        var paperId = id.ToString(CultureInfo.InvariantCulture);
        var read = PaperRules.FromUpload(component, paper, paperId, clock.GetUtcNow());
        return read.Try(out var given, out var refusal) ? new JudgedFile(given) : Refuse(file, refusal);
    }

    /// <returns>Null when the bytes are here and are those announced.</returns>
    private async Task<Refusal?> FetchAsync(PortalFile file, UploadView upload, Caller portal, FetchTry turn, CancellationToken ct)
    {
        if (await uploads.FindOpenAsync(upload.Id, portal, ct) is not { } open)
        {
            return FetchRefusals.Later;
        }

        var took = await line.ReadAsync(file.Link, file.Size, content => KeepAsync(open, upload.Missing, content, ct), ct);
        if (took is PortalFileAnswer.Whole && (await completion.CompleteAsync(upload.Id, portal, ct)).Try(out _, out _))
        {
            return null;
        }

        return took switch
        {
            PortalFileAnswer.Away => turn.Last ? FetchRefusals.Away : FetchRefusals.Later,
            _ when !turn.Last && turn.Attempt < TriesBeforeNever => FetchRefusals.Later,
            PortalFileAnswer.Gone => FetchRefusals.Gone,
            _ => FetchRefusals.Differs,
        };
    }

    // One chunk in memory, whatever the file's size.
    private async Task KeepAsync(OpenUpload open, IReadOnlyList<int> missing, Stream content, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(open.Plan.ChunkSize);
        try
        {
            for (var chunk = 0; chunk < open.Plan.Count; chunk++)
            {
                var length = open.Plan.LengthOf(chunk);
                await content.ReadExactlyAsync(buffer.AsMemory(0, length), ct);
                if (missing.Contains(chunk))
                {
                    await uploads.KeepAsync(open, chunk, new MemoryStream(buffer, 0, length), ct);
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static JudgedFile Refuse(PortalFile file, Refusal why) => new(null, new RefusedFile(file.Component, file.Name, why.Code, why.In(Language.Vi)));
}
