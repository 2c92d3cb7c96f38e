using PublicAdmin.Identity;

namespace PublicAdmin.Offices;

/// <summary>How high a position stands in its office, for the question who may sign.</summary>
public enum PositionRank
{
    /// <summary>Người đứng đầu: chairman, director, chief.</summary>
    Head,

    /// <summary>Quyền: acting head, while there is no other.</summary>
    ActingHead,

    /// <summary>Cấp phó.</summary>
    Deputy,

    /// <summary>Người đứng đầu đơn vị thuộc cơ quan: head of a division or of the office's secretariat.</summary>
    UnitHead,

    /// <summary>Everybody else; signs nothing for the agency.</summary>
    Other,
}

/// <summary>Chức vụ of a member of staff, as it is printed below the capacity in which they sign (Decree 30/2020/NĐ-CP, Article 13).</summary>
/// <param name="Title">Such as <c>Phó Chủ tịch</c>; without the office, which the head of the paper names.</param>
public sealed record Position(string Title, PositionRank Rank)
{
    public bool MaySign => Rank is not PositionRank.Other;

    /// <summary>How somebody in this position signs under a leader's duty of their own.</summary>
    public SigningCapacity Own => new(
        Rank switch
        {
            PositionRank.ActingHead => SigningForm.Acting,
            PositionRank.Deputy => SigningForm.ForTheHead,
            PositionRank.UnitHead => SigningForm.ByOrder,
            _ => SigningForm.InOwnRight,
        },
        Title);

    /// <summary>
    /// Whether the position may sign in this way when the duty is lent: a deputy for the head or as acting head, a deputy or a unit's head by order or
    /// authority.
    /// </summary>
    public bool Fits(SigningForm form) => form switch
    {
        SigningForm.ForTheHead or SigningForm.Acting => Rank is PositionRank.Deputy,
        SigningForm.ByOrder or SigningForm.ByAuthority => Rank is PositionRank.Deputy or PositionRank.UnitHead,
        _ => false,
    };
}
