using PublicAdmin.Eforms.Definitions;
using PublicAdmin.Eforms.Rules;
using PublicAdmin.Platform;

namespace PublicAdmin.Eforms.Versions;

/// <summary>Whether a new version says what becomes of every answer of the one before: a key that disappears without a word loses what people typed.</summary>
internal static class MigrationCheck
{
    public static IReadOnlyList<DefinitionFault> Faults(FormDefinition before, FormDefinition next)
    {
        var steps = next.Migration?.Steps ?? [];
        var (had, has) = (Keys(before), Keys(next));
        return
        [
            .. next.Migration?.From == before.Version
                ? []
                : One("migration.from", $"Phải chuyển từ phiên bản {before.Version}", $"It must carry over from version {before.Version}"),
            .. had.Where(key => !has.ContainsKey(key.Key) && steps.All(step => step.Key != key.Key))
                .SelectMany(key => One($"migration.steps.{key.Key}", "Trường mất đi mà không có dòng chuyển đổi", "The key is gone and no step says why")),
            .. had.Where(key => has.TryGetValue(key.Key, out var type) && type != key.Value && steps.All(step => step.Key != key.Key))
                .SelectMany(key => One($"migration.steps.{key.Key}", "Trường cũ đổi kiểu: dùng tên mới", "The key has another type now: give it a new name")),
            .. steps.Where(step => !had.ContainsKey(step.Key))
                .SelectMany(step => One($"migration.steps.{step.Key}", "Phiên bản trước không có trường này", "The version before has no such key")),
            .. steps.Where(step => step.Kind is not MigrationKind.Drop && !has.ContainsKey(step.To ?? step.Key))
                .SelectMany(step => One($"migration.steps.{step.Key}.to", "Phiên bản mới không có trường này", "The new version has no such key")),
        ];
    }

    private static Dictionary<string, FieldType> Keys(FormDefinition form) =>
        form.Fields.DistinctBy(field => field.Key).ToDictionary(field => field.Key, field => field.Type);

    private static DefinitionFault[] One(string place, string vi, string en) => [new(place, new Text(vi, en))];
}
