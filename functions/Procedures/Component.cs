using PublicAdmin.Platform;

namespace PublicAdmin.Procedures;

/// <summary>In what shape a paper is wanted.</summary>
public enum ComponentForm
{
    /// <summary>Tờ khai, đơn: filled in at the portal or the desk.</summary>
    Form,

    /// <summary>Bản chính.</summary>
    Original,

    /// <summary>Bản sao.</summary>
    Copy,

    /// <summary>Chỉ xuất trình: seen at the desk, neither kept nor scanned (Circular 03/2025, Article 5).</summary>
    Shown,

    /// <summary>Cơ quan tự khai thác từ cơ sở dữ liệu: never asked of the citizen.</summary>
    FromDatabase,
}

/// <summary>Where the office looks a fact up instead of asking for a paper.</summary>
public enum Database
{
    /// <summary>Cơ sở dữ liệu quốc gia về dân cư.</summary>
    Population,

    /// <summary>Cơ sở dữ liệu hộ tịch điện tử.</summary>
    CivilStatus,

    /// <summary>Cơ sở dữ liệu đất đai.</summary>
    Land,

    /// <summary>Cơ sở dữ liệu bảo hiểm xã hội, y tế.</summary>
    SocialInsurance,

    /// <summary>Cơ sở dữ liệu an sinh xã hội.</summary>
    SocialProtection,

    /// <summary>Cơ sở dữ liệu thuế.</summary>
    Tax,
}

/// <summary>One paper of a dossier (thành phần hồ sơ).</summary>
/// <param name="Id">Unique in the procedure; papers refer to it.</param>
/// <param name="Sets">How many sets (số bộ).</param>
/// <param name="Database">Which database holds it; given exactly when <paramref name="Form"/> is <see cref="ComponentForm.FromDatabase"/>.</param>
/// <param name="When">The case in which it is needed; null for always.</param>
/// <param name="ResultOf">Procedures whose result is this very record, so that what the office has issued itself answers the look-up.</param>
public sealed record Component(
    string Id, Text Name, bool Required, ComponentForm Form, int Sets = 1, Database? Database = null, Text? When = null, IReadOnlyList<string>? ResultOf = null)
{
    /// <summary>A paper that a database holds may not be asked for again (Resolution 66.7/2025/NQ-CP, from 1 January 2026).</summary>
    public bool MayBeAskedFor => Form is not ComponentForm.FromDatabase;
}
