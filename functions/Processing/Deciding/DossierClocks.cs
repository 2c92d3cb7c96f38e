using PublicAdmin.Deadlines;
using PublicAdmin.Deadlines.Calendar;
using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Processing.Deciding;

/// <summary>What acceptance needs to know.</summary>
/// <param name="Missing">Required components without a paper.</param>
public sealed record AcceptanceStart(Deadline Deadline, ProcedurePin Pin, IReadOnlyList<MissingPaper> Missing);

/// <summary>Starts the clock of a dossier by its procedure, its competent agency and the calendar in force.</summary>
public sealed class DossierClocks(ProcedureCatalogue procedures, OfficeDirectory offices, CalendarBook calendar)
{
    /// <summary>The clock at valid receipt, with the versions in force then.</summary>
    public async Task<Result<AcceptanceStart>> StartAsync(Dossier dossier, DateTimeOffset receivedAt, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(receivedAt.Here().DateTime);
        var procedure = procedures.Find(dossier.Procedure.Code, today) ?? Pinned(dossier);
        var time = await TimeAsync(dossier, ct);
        var missing = Completeness.Missing(dossier.Whole() is null ? procedure : procedures.AskedOf(dossier)!, hasForm: dossier.HasForm, dossier.Components);
        return DeadlineClock.Start(receivedAt, procedure.Term.AtReceipt(dossier), time, IsDifficult(dossier, today))
            .Then<AcceptanceStart>(deadline => new AcceptanceStart(
            deadline, new ProcedurePin(procedure.Code, procedure.Version, deadline.CalendarVersion),
            [.. missing.Select(component => new MissingPaper(component.Id, component.Name))]));
    }

    private ProcedureVersion Pinned(Dossier dossier) => procedures.Find(dossier.Procedure.Code, dossier.Procedure.Version)
        ?? throw new InvalidOperationException($"{dossier.Code} pins {dossier.Procedure}, which the catalogue no longer holds.");

    private async Task<WorkingTime> TimeAsync(Dossier dossier, CancellationToken ct) =>
        (await calendar.CurrentAsync(ct)).Of(dossier.Places.Competent ?? dossier.Places.Receipt);

    private bool IsDifficult(Dossier dossier, DateOnly today) =>
        dossier.Places.Competent is { } competent && offices.Find(competent, today) is { IsDifficult: true };
}
