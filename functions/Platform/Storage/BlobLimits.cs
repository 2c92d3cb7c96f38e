using System.Text.RegularExpressions;

namespace PublicAdmin.Platform.Storage;

/// <summary>What Azure Blob Storage refuses, narrowed to the names this system uses; checked by both editions.</summary>
public static partial class BlobLimits
{
    public const int MaxPathCharacters = 1024;
    public const int MaxBlocks = 50_000;
    public const int MaxMetadataBytes = 8 * 1024;

    /// <exception cref="ArgumentException">When Azure would refuse the name, or it could mean another place than it says.</exception>
    public static void Check(BlobName name)
    {
        if (!Containers.All.Contains(name.Container))
        {
            throw new ArgumentException($"There is no container '{name.Container}'.", nameof(name));
        }

        if (name.Path.Length > MaxPathCharacters || !Path().IsMatch(name.Path))
        {
            throw new ArgumentException("A blob's path is segments of letters, digits, dots, hyphens and underscores.", nameof(name));
        }
    }

    /// <exception cref="ArgumentException">When Azure would refuse the facts.</exception>
    public static void Check(BlobFacts facts)
    {
        if (facts.Metadata.Sum(fact => fact.Key.Length + fact.Value.Length) > MaxMetadataBytes
            || facts.Metadata.Any(fact => !Name().IsMatch(fact.Key) || !System.Text.Ascii.IsValid(fact.Value)))
        {
            throw new ArgumentException("Metadata has names of letters and digits, ASCII values and 8 KiB.", nameof(facts));
        }
    }

    // A segment of dots alone would climb.
    [GeneratedRegex(@"^(?!\.+(/|\z))[A-Za-z0-9._-]+(/(?!\.+(/|\z))[A-Za-z0-9._-]+)*\z")]
    private static partial Regex Path();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9]*\z")]
    private static partial Regex Name();
}
