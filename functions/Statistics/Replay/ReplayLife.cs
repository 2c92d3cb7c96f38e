using PublicAdmin.Deadlines.Hours;
using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Statistics.Replay;

/// <summary>A dossier while its story is told: every event is what the heart decides, or the story stops.</summary>
internal sealed class ReplayLife
{
    private const string Ground = "Nạp lại số liệu đã công bố";
    private readonly List<DossierEvent> _events = [];
    private readonly ReplayDossier _told;
    private Dossier _dossier;

    public ReplayLife(ReplayDossier told, Filing filing, DossierCode code, DateTimeOffset at)
    {
        _told = told;
        First = new Submitted(code, filing, new Stamp(at, "replay", told.Channel is Channel.Online ? "Citizen" : "Clerk", told.Receipt));
        _dossier = DossierHistory.From(First);
    }

    public Submitted First { get; }

    public IReadOnlyList<DossierEvent> Events => _events;

    public void Accept(Deadline deadline, ProcedurePin pin)
    {
        Add(_dossier.Accept(deadline, pin, [], By("clerk", "Clerk", _told.Receipt, deadline.ReceivedAt)));
        Add(_dossier.Take(By("officer", "Officer", _told.Competent, deadline.ReceivedAt.AddMinutes(5))));
    }

    /// <summary>Proposed, approved, issued at the moment given, and returned a little later.</summary>
    public void Finish(DateTimeOffset at)
    {
        Add(_dossier.Propose(Decision.Grant, "Đủ điều kiện", "Nội dung kết quả.", By("officer", "Officer", _told.Competent, at.AddMinutes(-4))));
        Add(_dossier.Approve(_dossier.Proposal!.Hash, By("leader", "Leader", _told.Competent, at.AddMinutes(-2))));
        Add(_dossier.Issue($"{_told.Number + 1}/KQ", WorkingTime.DayOf(at), By("registrar", "Registrar", _told.Competent, at)));
        Add(_dossier.Return(_dossier.ReturnWay, null, By("clerk", "Clerk", _told.Receipt, at.AddMinutes(1))));
    }

    /// <summary>It waits for something, or ended without a result.</summary>
    public void StandStill(ReplayEnding ending, DateTimeOffset at)
    {
        var (officer, leader) = (By("officer", "Officer", _told.Competent, at), By("leader", "Leader", _told.Competent, at));
        Add(ending switch
        {
            ReplayEnding.Supplement =>
                _dossier.RequestSupplement(new SupplementRequest([new SupplementItem("Giấy tờ", Ground)], Ground), PausePolicy.Pause, officer),
            ReplayEnding.Financial => _dossier.Suspend(Ground, Ground, null, officer),
            ReplayEnding.Posting =>
                _dossier.BeginPosting(new Pause(PauseKind.PublicPosting, PausePolicy.Pause, at, null, Ground, Ground, at.AddDays(45)), officer),
            ReplayEnding.Withdrawn => _dossier.Withdraw(Ground, By("replay", "Citizen", _told.Receipt, at)),
            _ => _dossier.Stop(Ground, Ground, leader),
        });
    }

    private static Stamp By(string who, string role, string office, DateTimeOffset at) => new(at.ToUniversalTime(), $"replay-{who}", role, office);

    private void Add(Result<DossierEvent> decided)
    {
        var e = decided.Try(out var allowed, out var refusal) ? allowed : throw new InvalidOperationException($"{_told}: {refusal.Code}.");
        _dossier = _dossier.Apply(e);
        _events.Add(e);
    }
}
