using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Results.Forms;

/// <summary>Số, ký hiệu of the forms: from the book of whoever issues one, given when it is first made and never changed.</summary>
public sealed class FormNumbers(PaperNumbers numbers, PaperNames names)
{
    private const string Center = "TTPVHCC";

    /// <summary>Such as <c>07/PXL-UBND</c>.</summary>
    public async Task<string> NumberAsync(Dossier dossier, OfficialForm form, DossierEvent e, long version, CancellationToken ct)
    {
        var entry = await EntryAsync(dossier, form, e, version, ct);
        return string.Create(CultureInfo.InvariantCulture, $"{entry:00}/{BehindNumber(dossier, form, e)}");
    }

    /// <summary>A form not yet signed: dots where its number will stand.</summary>
    public string Unnumbered(Dossier dossier, OfficialForm form) => $"……/{form.Book}-{names.OfficeOf(dossier.Holding, dossier).Abbreviation()}";

    // The slip travels with the dossier under one number for good.
    private Task<long> EntryAsync(Dossier dossier, OfficialForm form, DossierEvent e, long version, CancellationToken ct)
    {
        var isSlip = form == OfficialForm.Control;
        var paper = isSlip ? form.Code : string.Create(CultureInfo.InvariantCulture, $"{form.Code}-{version}");
        var year = (isSlip ? dossier.ReceivedAt() : e.Stamp.At.Here()).Year;
        return numbers.NumberAsync(PaperSigners.IsOfCenter(form, e) ? dossier.Places.Receipt : dossier.Holding, form.Book, year, dossier.Code, paper, ct);
    }

    private string BehindNumber(Dossier dossier, OfficialForm form, DossierEvent e) =>
        $"{form.Book}-{(PaperSigners.IsOfCenter(form, e) ? Center : names.OfficeOf(dossier.Holding, dossier).Abbreviation())}";
}

internal static class ReceivedDossiers
{
    /// <summary>When it was received, or filed while it was not.</summary>
    public static DateTimeOffset ReceivedAt(this Dossier dossier) => (dossier.Deadline?.ReceivedAt ?? dossier.SubmittedAt).Here();
}
