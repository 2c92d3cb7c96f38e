using PublicAdmin.Dossiers;
using PublicAdmin.Platform;

namespace PublicAdmin.Portal;

/// <summary>
/// What a dossier is to be synchronised with: the codes and dates of the national contract (DongBoHoSoMC, CapNhatTienDoHoSoMC).
/// No name, no number of a person: those the portal knows from the filing.
/// </summary>
/// <param name="Code">MaHoSo.</param>
/// <param name="Version">To be acknowledged; counts the changes of this dossier.</param>
/// <param name="Procedure">MaTTHC.</param>
/// <param name="Status">TrangThaiHoSo, 1 to 10.</param>
/// <param name="ChannelCode">Kênh: 1 trực tiếp, 2 trực tuyến, 3 bưu chính.</param>
/// <param name="Holding">DonViXuLy.</param>
/// <param name="SubmittedAt">NgayNopHoSo.</param>
/// <param name="ReceivedAt">NgayTiepNhan: valid receipt.</param>
/// <param name="DueAt">NgayHenTra, as extended or moved by pauses.</param>
/// <param name="PromisedAt">The first promise, which never moves.</param>
/// <param name="DoneAt">NgayKetThucXuLy.</param>
/// <param name="Steps">Every status reached, oldest first: what happened between two visits of the portal is here too.</param>
/// <param name="WaitingSince">When the change that waits happened.</param>
/// <param name="LinkedCase">The linked case it is a part of; null for none.</param>
public sealed record PortalChange(
    DossierCode Code,
    long Version,
    string Procedure,
    int Status,
    Channel Channel,
    int ChannelCode,
    string Holding,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? ReceivedAt,
    DateTimeOffset? DueAt,
    DateTimeOffset? PromisedAt,
    DateTimeOffset? DoneAt,
    PaymentState Payment,
    int SupplementRounds,
    IReadOnlyList<PortalStep> Steps,
    DateTimeOffset WaitingSince,
    DossierCode? LinkedCase = null)
{
    public static PortalChange Of(Dossier dossier) => new(
        dossier.Code,
        dossier.Portal.Version,
        dossier.Procedure.Code,
        (int)dossier.Phase.National(),
        dossier.Channel,
        CodeOf(dossier.Channel),
        dossier.Holding,
        dossier.SubmittedAt.Here(),
        dossier.Deadline?.ReceivedAt.Here(),
        dossier.Deadline?.DueAt.Here(),
        dossier.Deadline?.PromisedAt.Here(),
        dossier.DoneAt?.Here(),
        dossier.Payment,
        dossier.SupplementRounds,
        [.. dossier.Milestones.Select(milestone => new PortalStep((int)milestone.Phase.National(), milestone.At.Here()))],
        dossier.Portal.ChangedAt.Here(),
        dossier.Whole()?.Case);

    private static int CodeOf(Channel channel) => channel switch
    {
        Channel.Counter => 1,
        Channel.Online or Channel.Assisted => 2,
        Channel.Post => 3,
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };
}

/// <param name="Status">TrangThaiHoSo, 1 to 10.</param>
public sealed record PortalStep(int Status, DateTimeOffset At);
