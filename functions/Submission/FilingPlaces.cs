using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Http;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>The places a filing names: where it is received, who is competent.</summary>
internal static class FilingPlaces
{
    public static Refusal? FirstBroken(FilingForm form, OfficeDirectory offices, DateOnly today) => HttpQueries.First(
        Centre("receipt", form.Receipt, offices, today),
        form.PlaceOfHelp is null ? null : Centre("placeOfHelp", form.PlaceOfHelp, offices, today),
        Unit("residenceUnit", form.ResidenceUnit, offices, today),
        Unit("placeUnit", form.PlaceUnit, offices, today));

    /// <summary>Null while nobody knows.</summary>
    public static string? Competent(FilingForm form, ProcedureVersion procedure, OfficeDirectory offices, DateOnly today) =>
        procedure.Competence.Decide(new CompetenceFacts(form.Receipt, form.ResidenceUnit, form.PlaceUnit), offices, today);

    /// <summary>GSO code of the competent agency's commune; null for one of the province, and while nobody knows.</summary>
    public static string? Commune(FilingForm form, ProcedureVersion procedure, OfficeDirectory offices, DateOnly today) =>
        Competent(form, procedure, offices, today) is { } competent ? offices.Find(competent, today)?.Unit : null;

    private static Refusal? Centre(string field, string code, OfficeDirectory offices, DateOnly today) =>
        offices.Find(code, today) is { IsCenter: true } ? null : SubmissionRefusals.ReceiptUnknown.At(field, code);

    private static Refusal? Unit(string field, string? unit, OfficeDirectory offices, DateOnly today) =>
        unit is null || offices.FindByUnit(unit, today) is not null ? null : SubmissionRefusals.UnitUnknown.At(field, unit);
}
