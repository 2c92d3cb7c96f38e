using PublicAdmin.Offices;
using PublicAdmin.Platform;
using PublicAdmin.Platform.Reference;
using PublicAdmin.Submission;

namespace PublicAdmin.Audit;

/// <summary>
/// The way back from the seals into empty tables: first the copies of tables, then day by day backwards every dossier that is not there yet. Goes
/// part by part and remembers where it is; whatever is there already is left alone.
/// </summary>
public sealed class SealRestore(
    SealShelf shelf, SealCheck seals, RestoreStates states, RestoredRows rows, IEnumerable<IReferenceData> references, RestoredSerials serials,
    TimeProvider clock)
{
    private const int LookBack = 400;

    /// <summary>One step: the tables, or one part.</summary>
    public async Task<Result<RestoreState>> StepAsync(CancellationToken ct)
    {
        if (await states.FindAsync(ct) is not { } state)
        {
            return await BeginAsync(ct);
        }

        if (state.Done)
        {
            return await rows.AreEmptyAsync(ct) ? await BeginAsync(ct) : state; // Lost once more.
        }

        var (kept, unreadable) = await shelf.TryFindAsync(state.Day, ct);
        return (kept, unreadable) switch
        {
            (null, false) => AuditRefusals.ChainBroken.With(state.Day),
            ({ } found, _) when found.Sha256 == state.Manifest => await GoOnAsync(state, found, ct),
            _ => AuditRefusals.SealBroken.With(state.Day),
        };
    }

    /// <summary>Steps until it is done, refused, or the time is up.</summary>
    public async Task<Result<RestoreState>> RunAsync(TimeSpan time, CancellationToken ct)
    {
        for (var since = clock.GetTimestamp(); ;)
        {
            var step = await StepAsync(ct);
            if (!step.Try(out var state, out _) || state.Done || clock.GetElapsedTime(since) > time)
            {
                return step;
            }
        }
    }

    // Each day is believed for the hash the day behind it names, and each file for the hash its manifest names.
    private async Task<Result<RestoreState>> GoOnAsync(RestoreState state, KeptManifest kept, CancellationToken ct)
    {
        try
        {
            var next = state.Part <= kept.Manifest.Parts.Count ? await PartAsync(state, kept.Manifest, ct) : await DayBeforeAsync(state, kept, ct);
            await states.PutAsync(next, ct);
            return next;
        }
        catch (InvalidDataException)
        {
            return AuditRefusals.SealBroken.With(state.Day);
        }
    }

    private async Task<Result<RestoreState>> BeginAsync(CancellationToken ct)
    {
        if (!await rows.AreEmptyAsync(ct))
        {
            return AuditRefusals.TablesNotEmpty;
        }

        if (await NewestAsync(ct) is not { } newest)
        {
            return AuditRefusals.NothingSealed;
        }

        // Whoever could write a seal of their own could write the whole office: so its signature is checked before anything is believed.
        if (await seals.CheckAsync(newest, ct) is not { Kept: { } kept, Findings: var findings }
            || findings.Any(finding => finding.Kind is not FindingKind.FileNotSealed))
        {
            return AuditRefusals.SealBroken.With(newest);
        }

        foreach (var file in kept.Manifest.Tables)
        {
            await rows.AddAsync(shelf.LinesAsync(file, ct), ct);
        }

        await Task.WhenAll(references.Select(reference => reference.RefreshAsync(ct)));
        await serials.SkipAsync(ct);
        var state = new RestoreState(newest, newest, kept.Sha256, 1, 0, 0, Done: false);
        await states.PutAsync(state, ct);
        return state;
    }

    private async Task<RestoreState> PartAsync(RestoreState state, SealManifest manifest, CancellationToken ct)
    {
        var (restored, left) = await rows.AddDossiersAsync(shelf.LinesAsync(manifest.Parts[state.Part - 1], ct), ct);
        return state with { Part = state.Part + 1, Dossiers = state.Dossiers + restored, Left = state.Left + left };
    }

    private async Task<RestoreState> DayBeforeAsync(RestoreState state, KeptManifest kept, CancellationToken ct)
    {
        await rows.ListAsync(kept, ct);
        return kept.Manifest.Previous is { } before ? state with { Day = before.Day, Manifest = before.Sha256, Part = 1 } : state with { Done = true };
    }

    // There may be no list any more, so the days are asked for one by one.
    private async Task<DateOnly?> NewestAsync(CancellationToken ct)
    {
        var today = clock.Today();
        for (var back = 0; back < LookBack; back++)
        {
            if (await shelf.PropertiesAsync(SealNames.Manifest(today.AddDays(-back)), ct) is not null)
            {
                return today.AddDays(-back);
            }
        }

        return null;
    }
}

/// <summary>
/// Numbers given out after the last seal are known to nobody any more. So today's begin behind any that can have been: a code is never given twice,
/// and what is skipped is explained as every gap is.
/// </summary>
public sealed class RestoredSerials(DossierSerials serials, OfficeDirectory offices, TimeProvider clock)
{
    /// <summary>More than the busiest desk receives in a day.</summary>
    internal const int Skipped = 300;

    public async Task SkipAsync(CancellationToken ct)
    {
        foreach (var office in offices.All(clock.Today()).Where(office => office.IsCenter))
        {
            await serials.SkipAsync(office.Code, clock.Today(), Skipped, ct);
        }
    }
}
