using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;

namespace PublicAdmin.Deadlines;

/// <summary>How an administrator's entry gets into a register: it holds from the next look at the book.</summary>
internal static class RegisterEntering
{
    /// <param name="stored">All entries.</param>
    /// <param name="entry">As it will be.</param>
    /// <param name="tag">The tag of the version to replace; null to add one.</param>
    /// <param name="objection">What stands against it; null for nothing.</param>
    /// <param name="refresh">Reads the book again.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Result<StoredVersion<T>>> EnterAsync<T>(
        this ReferenceVersions<T> stored, T entry, string? tag, Refusal? objection, Func<CancellationToken, Task> refresh, CancellationToken ct)
        where T : class, IEffective
    {
        if (objection is not null)
        {
            return objection;
        }

        if (await stored.WriteAsync(entry, tag, ct) is not { } written)
        {
            return RegisterRefusals.Changed;
        }

        await refresh(ct);
        return new StoredVersion<T>(entry, written);
    }
}
