using System.Text.Json;

namespace PublicAdmin.Eforms.Versions;

/// <summary>What becomes of an answer in the next version of a form.</summary>
public enum MigrationKind
{
    /// <summary>Goes under another key.</summary>
    Rename,

    /// <summary>Its codes change; one without a new code is asked again.</summary>
    MapList,

    /// <summary>Is not asked any more.</summary>
    Drop,
}

/// <summary>One line of a migration table; a key that stays needs none.</summary>
/// <param name="Key">In the version before.</param>
/// <param name="To">The new key, for <see cref="MigrationKind.Rename"/>; also with <see cref="MigrationKind.MapList"/> when it is renamed too.</param>
/// <param name="Codes">Old code to new, for <see cref="MigrationKind.MapList"/>.</param>
public sealed record MigrationStep(MigrationKind Kind, string Key, string? To = null, IReadOnlyDictionary<string, string>? Codes = null);

/// <summary>How drafts of the version before are carried over. Filed dossiers are never migrated: they are read by their own version.</summary>
/// <param name="From">That version.</param>
public sealed record FormMigration(string From, IReadOnlyList<MigrationStep> Steps)
{
    /// <summary>Carries answers over.</summary>
    /// <returns>The answers, and the keys of the old form whose answers could not be kept and are asked again.</returns>
    public MigratedAnswers Apply(JsonElement answers)
    {
        var (kept, lost) = (new Dictionary<string, JsonElement>(), new List<string>());
        foreach (var answer in answers.EnumerateObject())
        {
            switch (Steps.FirstOrDefault(step => step.Key == answer.Name))
            {
                case null:
                    kept[answer.Name] = answer.Value;
                    break;
                case { Kind: MigrationKind.Drop }:
                    lost.Add(answer.Name);
                    break;
                case { Kind: MigrationKind.Rename } step:
                    kept[step.To!] = answer.Value;
                    break;
                case var step when step.Codes?.GetValueOrDefault(answer.Value.ToString()) is { } code:
                    kept[step.To ?? step.Key] = JsonSerializer.SerializeToElement(code);
                    break;
                default:
                    lost.Add(answer.Name);
                    break;
            }
        }

        return new(JsonSerializer.SerializeToElement(kept), lost);
    }
}

/// <param name="Lost">Keys of the version before: dropped, or to be answered again.</param>
public sealed record MigratedAnswers(JsonElement Answers, IReadOnlyList<string> Lost);
