using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;

namespace PublicAdmin.Portal;

/// <summary>POST /api/portal/acknowledgements: the portal confirms the versions it has received; sent again, the same comes of it.</summary>
public sealed class AcknowledgeChanges(PortalLedger ledger, TimeProvider clock)
{
    public const int MaxItems = 100;
    private const int AtOnce = 8;

    [Function(nameof(AcknowledgeChanges)), AllowedTo(Role.System), Accepts(typeof(AcknowledgementForm))]
    [Answers(200, typeof(AcknowledgementAnswer)), Refuses(typeof(FieldRefusals), nameof(FieldRefusals.CountInvalid)), Refuses(typeof(HttpRefusals))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/portal/acknowledgements")] HttpRequest request, CancellationToken ct)
    {
        var read = await request.ReadAsync<AcknowledgementForm>(ct);
        if (!read.Try(out var form, out var unreadable))
        {
            return unreadable.ToProblem();
        }

        return form.Items.Count is 0 or > MaxItems
            ? FieldRefusals.CountInvalid.At("items", "items", MaxItems).ToProblem()
            : TypedResults.Json(await AnswerAsync(form, new Stamp(clock.Instant(), request.Caller().Id, nameof(Role.System)), ct), OfficeJson.Options);
    }

    private async Task<AcknowledgementAnswer> AnswerAsync(AcknowledgementForm form, Stamp stamp, CancellationToken ct)
    {
        var lines = new AcknowledgedLine[form.Items.Count];
        await Parallel.ForEachAsync(Enumerable.Range(0, lines.Length), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (n, token) =>
        {
            var (code, version) = form.Items[n];
            lines[n] = new AcknowledgedLine(code, version, await ledger.AcknowledgeAsync(code, version, stamp, token));
        });
        return new AcknowledgementAnswer(lines);
    }
}

/// <param name="Items">1 to 100.</param>
public sealed record AcknowledgementForm(IReadOnlyList<ReceivedChange> Items);

/// <param name="Version">As it stood in the list of changes; every earlier one is confirmed with it.</param>
public sealed record ReceivedChange(string Code, long Version);

/// <param name="Items">One line for each sent, in the same order; one that is wrong does not stop the others.</param>
public sealed record AcknowledgementAnswer(IReadOnlyList<AcknowledgedLine> Items);

public sealed record AcknowledgedLine(string Code, long Version, Acknowledged Outcome);
