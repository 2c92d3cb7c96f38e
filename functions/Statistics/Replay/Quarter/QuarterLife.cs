using PublicAdmin.Dossiers;
using PublicAdmin.Identity;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Replay.Quarter;

/// <summary>A dossier while its story is told: every event is what the heart decides, and the story stops at the present.</summary>
public sealed class QuarterLife
{
    private readonly QuarterDossier _told;
    private readonly DateTimeOffset _now;
    private readonly List<DossierEvent> _events = [];

    public QuarterLife(QuarterDossier told, Filing filing, DossierCode code, DateTimeOffset now)
    {
        (_told, _now) = (told, now);
        var online = told.Channel is Channel.Online;
        First = new Submitted(
            code, filing, new Stamp(told.FiledAt.ToUniversalTime(), filing.Filer, online ? nameof(Role.Citizen) : nameof(Role.Clerk), told.Office));
        Dossier = DossierHistory.From(First);
        Last = told.FiledAt;
    }

    public Submitted First { get; }

    public Dossier Dossier { get; private set; }

    public IReadOnlyList<DossierEvent> Events => _events;

    /// <summary>The moment of the last event.</summary>
    public DateTimeOffset Last { get; private set; }

    /// <summary>The next act would lie in the future: whoever looks today finds the dossier like this.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether a moment is past.</summary>
    public bool Reaches(DateTimeOffset at) => at < _now;

    /// <summary>The same as <see cref="Do"/>, for what need not follow.</summary>
    public void DoIfPast(DateTimeOffset at, Role role, Func<Dossier, Stamp, Result<DossierEvent>> act)
    {
        if (Reaches(at))
        {
            IsOver = false;
            Do(at, role, act);
        }
    }

    /// <summary>Somebody acts, not before the last act; nothing happens once the story has reached the present.</summary>
    /// <exception cref="InvalidOperationException">The heart refuses: the story is wrong.</exception>
    public void Do(DateTimeOffset at, Role role, Func<Dossier, Stamp, Result<DossierEvent>> act)
    {
        var moment = at > Last ? at : Last.AddMinutes(1);
        IsOver |= moment >= _now;
        if (IsOver)
        {
            return;
        }

        var by = role is Role.Citizen ? First.Filing.Filer : _told.Place.IdOf(role);
        var stamp = role is Role.System ? Stamp.System(moment.ToUniversalTime()) : new Stamp(moment.ToUniversalTime(), by, role.ToString(), _told.Office);
        var decided = act(Dossier, stamp);
        var e = decided.Try(out var allowed, out var refusal) ? allowed : throw new InvalidOperationException($"{_told}: {refusal.Code}.");
        Dossier = Dossier.Apply(e);
        _events.Add(e);
        Last = moment;
    }
}
