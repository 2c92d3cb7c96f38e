using System.Globalization;
using PublicAdmin.Documents.Uploads;
using PublicAdmin.Documents.Wallet;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Submission;

/// <summary>What the files of a filing of the National Portal must be before any is fetched: the same as of an upload.</summary>
internal static class ArrivalRules
{
    public static IEnumerable<string> Components(PortalArrival? arrival) => (arrival?.Files ?? []).Select(file => file.Component);

    public static Refusal? FirstBroken(PortalArrival? arrival, ProcedureVersion procedure) =>
        (arrival?.Files ?? []).Select((file, n) => FileBroken(file, procedure, string.Create(CultureInfo.InvariantCulture, $"files[{n}]")))
            .FirstOrDefault(broken => broken is not null);

    private static Refusal? FileBroken(PortalFile file, ProcedureVersion procedure, string at)
    {
        if (procedure.Components.FirstOrDefault(component => component.Id == file.Component) is not { } component)
        {
            return ProcedureRefusals.ComponentUnknown.At($"{at}.component", file.Component);
        }

        return PaperRules.ComponentBroken(component, procedure, byClerk: false) is { } taken ? taken with { Field = $"{at}.component" }
            : UploadRules.FirstBroken(new UploadForm(file.Name, file.Size, file.Sha256)) is { } broken ? broken with { Field = $"{at}.{broken.Field}" }
            : null;
    }
}
