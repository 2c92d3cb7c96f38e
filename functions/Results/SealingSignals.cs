using System.Collections.Concurrent;
using PublicAdmin.Dossiers;

namespace PublicAdmin.Results;

/// <summary>Tells those who wait in this process that the result of a dossier was sealed. Those of another instance look for themselves.</summary>
public sealed class SealingSignals
{
    private readonly ConcurrentDictionary<DossierCode, TaskCompletionSource> _waiting = new();

    /// <summary>Ends when it is worth looking again; take it before looking, or the sealing in between is missed.</summary>
    public Task NextOf(DossierCode code) => _waiting.GetOrAdd(code, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <summary>It was sealed, or somebody gave up: whoever waits looks again.</summary>
    public void Ring(DossierCode code)
    {
        if (_waiting.TryRemove(code, out var waiting))
        {
            waiting.SetResult();
        }
    }
}
