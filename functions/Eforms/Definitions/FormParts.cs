namespace PublicAdmin.Eforms.Definitions;

/// <summary>What a form needs besides itself to be drawn.</summary>
internal static class FormParts
{
    /// <summary>Code lists it chooses from.</summary>
    public static IReadOnlyList<string> ListsOf(FormDefinition form) =>
    [
        .. form.Fields.SelectMany(field => field.Fields.Prepend(field)).SelectMany(field => Composites.PartsOf(field.Type).Prepend(field))
            .SelectMany(ListsOf).OfType<string>().Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The parts of each composite type it uses.</summary>
    public static IReadOnlyDictionary<FieldType, FormField[]> CompositesOf(FormDefinition form)
    {
        var types = form.Fields.SelectMany(field => field.Fields.Prepend(field)).Select(field => field.Type).ToHashSet();
        return Composites.All.Where(one => types.Contains(one.Key)).ToDictionary();
    }

    private static IEnumerable<string?> ListsOf(FormField field) =>
        [field.List, field.ColumnsList, field.SuggestList, field.GroupBy, field.Type is FieldType.Nationality ? "nationalities" : null];
}
