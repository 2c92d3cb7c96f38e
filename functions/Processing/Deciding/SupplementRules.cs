using System.Globalization;
using PublicAdmin.Dossiers;
using PublicAdmin.Forms;
using PublicAdmin.Platform;
using PublicAdmin.Procedures;

namespace PublicAdmin.Processing.Deciding;

/// <summary>
/// What may be asked for: everything at once, each with its reason, and nothing a national database holds
/// (Resolution 66.7/2025/NQ-CP).
/// </summary>
public static class SupplementRules
{
    public const int MaxItems = 30;

    /// <summary>Characters of the whole request: it lies in the dossier's head, which holds 32,768, until the citizen answers.</summary>
    public const int MaxText = 6_000;

    /// <summary>What an official should know before asking again.</summary>
    public static IReadOnlyList<Text> WarningsOf(Dossier dossier) => dossier.SupplementRounds switch
    {
        0 => [],
        1 => [new("Đã yêu cầu bổ sung một lần; yêu cầu lần hai bị bộ chỉ số quốc gia tính là trễ.",
            "Asked for a supplement once already; the national index counts a second request as late.")],
        _ => [new("Đã yêu cầu bổ sung hai lần; lần nữa phải do lãnh đạo quyết định.",
            "Asked for a supplement twice already; once more is for the leader to decide.")],
    };

    /// <param name="form">What is asked for.</param>
    /// <param name="procedure">The version the dossier pins.</param>
    /// <param name="notHeld">Components that were looked up and that no database holds: these may be asked for.</param>
    /// <param name="today">The day of the request.</param>
    public static Refusal? FirstBroken(SupplementRequestForm form, ProcedureVersion procedure, IReadOnlyList<string> notHeld, DateOnly today)
    {
        if (form.Items.Count is 0 or > MaxItems)
        {
            return FieldRefusals.CountInvalid.At("items", "items", MaxItems);
        }

        if (form.Items.Sum(item => (item.What?.Length ?? 0) + (item.Reason?.Length ?? 0) + (item.Ground?.Length ?? 0)) > MaxText)
        {
            return FieldRefusals.TooLong.At("items", "items", MaxText);
        }

        return PrintableText.Line("contact", form.Contact, 200)
            ?? form.Items.Select((item, n) => ItemBroken(item, n, procedure.Lacking(notHeld)) ?? TextBroken(item, n, procedure, notHeld, today))
                .FirstOrDefault(broken => broken is not null);
    }

    private static Refusal? ItemBroken(SupplementItem item, int n, ProcedureVersion procedure)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"items[{n}]");
        return PrintableText.Text($"{at}.what", item.What, 500) ?? PrintableText.Text($"{at}.reason", item.Reason, 1_000)
            ?? PrintableText.Length($"{at}.ground", item.Ground, 300)
            ?? ComponentBroken(item.Component, at, procedure);
    }

    // What may not be asked for by its component may not be asked for in free text either.
    private static Refusal? TextBroken(SupplementItem item, int n, ProcedureVersion procedure, IReadOnlyList<string> notHeld, DateOnly today) =>
        UnaskablePapers.Find(item.What, today) is { } paper && !paper.IsMissingFrom(procedure, notHeld)
            ? ProcedureRefusals.PaperNotAskable.At(string.Create(CultureInfo.InvariantCulture, $"items[{n}].what"), paper.Name, paper.Source)
            : null;

    private static Refusal? ComponentBroken(string? id, string at, ProcedureVersion procedure)
    {
        if (id is null)
        {
            return null;
        }

        var component = procedure.Components.FirstOrDefault(component => component.Id == id);
        return component switch
        {
            null => ProcedureRefusals.ComponentUnknown.At($"{at}.component", id),
            { MayBeAskedFor: false } => ProcedureRefusals.HeldByDatabase.At($"{at}.component", component.Name),
            _ => null,
        };
    }
}
