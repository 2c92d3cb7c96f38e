using PublicAdmin.Dossiers;
using PublicAdmin.Dossiers.Rows;
using PublicAdmin.Identity;
using PublicAdmin.Platform;
using PublicAdmin.Results.Elsewhere;

namespace PublicAdmin.Results.Approval;

/// <summary>What lies before a leader who approves: the very paper that will be signed, with the leader's own name and capacity under it.</summary>
public sealed class PapersToSign(DossierReader reader, ResultPrinter printer, SentResults sent)
{
    public async Task<Result<byte[]>> ShowAsync(string code, Caller caller, CancellationToken ct)
    {
        if (!(await reader.OpenAsync(code, caller, "paper-to-sign", ct)).Try(out var stored, out var refusal))
        {
            return refusal;
        }

        var dossier = stored.Dossier;
        if (dossier is not { Phase: Phase.Proposed, Proposal: { } proposal } || caller.DutyFor(Act.Approve, dossier) is not { } duty)
        {
            return ResultRefusals.NothingToSign.With(dossier.Code);
        }

        return proposal.Elsewhere is { } made
            ? await sent.ReadAsync(dossier, made, ct)
            : await printer.ShowAsync(dossier with { Approver = caller.Id, ApprovedAs = duty.Signs }, ct);
    }
}
