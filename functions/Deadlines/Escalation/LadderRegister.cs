using System.Text.RegularExpressions;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Procedures;

namespace PublicAdmin.Deadlines.Escalation;

/// <summary>Where an administrator enters how delays will be escalated from a day to come: the province's for everybody, an office's for its own.</summary>
public sealed partial class LadderRegister(
    ReferenceVersions<EscalationLadder> stored, LadderBook book, OfficeDirectory offices, ProcedureCatalogue procedures, TimeProvider clock)
{
    private const int MaxRungs = 12;

    private static readonly string[] Places = ["holding", "receipt", "competent"];

    private static readonly Role[] Told = [Role.Clerk, Role.Officer, Role.Leader, Role.Registrar, Role.Cashier, Role.Supervisor, Role.Administrator];

    /// <summary>A version somebody entered, with the tag a change must carry; null for what ships and for what is none.</summary>
    public Task<StoredVersion<EscalationLadder>?> FindAsync(string procedure, string office, DateOnly validFrom, CancellationToken ct) =>
        stored.FindAsync(EscalationLadder.KeyOf(procedure, office), validFrom, ct);

    /// <param name="ladder">As it will be.</param>
    /// <param name="tag">The tag of the version to replace; null to add one.</param>
    /// <param name="editor">Who writes.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<StoredVersion<EscalationLadder>>> WriteAsync(EscalationLadder ladder, string? tag, Caller editor, CancellationToken ct) =>
        (editor.Has(Role.Administrator, ladder.Office) ? FirstBroken(ladder) : IdentityRefusals.NotYourTask.With()) is { } objection
            ? objection
            : await stored.EnterAsync(
                ladder with { EnteredAt = clock.Instant(), EnteredBy = editor.Id }, tag, new(editor.Id, clock.Instant(), ladder.Reason),
                RegisterRefusals.Changed, book.RefreshAsync, ct);

    private Refusal? FirstBroken(EscalationLadder ladder)
    {
        if (ladder.ValidFrom <= clock.Today())
        {
            return RegisterRefusals.NotInFuture.At("validFrom");
        }

        if (ladder.Procedure != EscalationLadder.All && procedures.Find(ladder.Procedure, ladder.ValidFrom) is null)
        {
            return RegisterRefusals.ProcedureUnknown.At("procedure", ladder.Procedure);
        }

        if (ladder.Office != EscalationLadder.All && offices.Find(ladder.Office, ladder.ValidFrom) is null)
        {
            return OfficeRefusals.OfficeUnknown.At("office", ladder.Office);
        }

        return Fields.Text("source", ladder.Source, 500) ?? Fields.Text("reason", ladder.Reason, 500)
            ?? WholeBroken(ladder.Rungs)
            ?? ladder.Rungs.Select((rung, n) => RungBroken(rung, $"rungs[{n}]")).FirstOrDefault(refusal => refusal is not null);
    }

    private static Refusal? WholeBroken(IReadOnlyList<Rung> rungs)
    {
        if (rungs.Count is 0 or > MaxRungs)
        {
            return FieldRefusals.CountInvalid.At("rungs", "rungs", MaxRungs);
        }

        if (rungs.DistinctBy(rung => rung.Code).Count() < rungs.Count)
        {
            return RegisterRefusals.RungTwice.At("rungs");
        }

        return rungs.Any(rung => rung is { DraftsApology: true, When: RungTrigger.Before }) && rungs.Any(rung => rung is { When: RungTrigger.After, Amount: 0 })
            ? null
            : RegisterRefusals.LadderTooShort.At("rungs");
    }

    private Refusal? RungBroken(Rung rung, string field)
    {
        if (!Code().IsMatch(rung.Code) || rung.Code is AlarmClock.PostingEnds || rung.Code == EscalationLadder.Intake.Code)
        {
            return RegisterRefusals.RungCodeUnfit.At($"{field}.code");
        }

        var most = rung.When is RungTrigger.Used ? 99 : 30;
        if (rung.Amount < (rung.When is RungTrigger.After ? 0 : 1) || rung.Amount > most)
        {
            return RegisterRefusals.RungAmountUnfit.At($"{field}.amount");
        }

        return Fields.Text($"{field}.name.vi", rung.Name.Vi, 200) ?? Fields.Text($"{field}.name.en", rung.Name.En, 200)
            ?? (rung.To.Count is 0 or > MaxRungs || !rung.To.All(IsSomebody) ? RegisterRefusals.RungTellsNobody.At($"{field}.to") : null);
    }

    private bool IsSomebody(RungRecipient to) => to switch
    {
        { Who: not null } => to.Role is null && to.At is null,
        { Role: { } role, At: { } at } => Told.Contains(role) && (Places.Contains(at) || offices.Find(at, clock.Today()) is not null),
        _ => false,
    };

    [GeneratedRegex("^[a-z][a-z0-9-]{0,39}\\z")]
    private static partial Regex Code();
}
