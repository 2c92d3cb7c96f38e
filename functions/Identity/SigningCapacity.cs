namespace PublicAdmin.Identity;

/// <summary>Hình thức ký: by what right a person signs for an agency (Decree 30/2020/NĐ-CP, Article 13 and Annex I).</summary>
public enum SigningForm
{
    /// <summary>The head, in the head's own right; for a People's Committee on behalf of all of it (TM.).</summary>
    InOwnRight,

    /// <summary>KT.: a deputy in place of the head.</summary>
    ForTheHead,

    /// <summary>TL.: the head of a unit, by the head's order.</summary>
    ByOrder,

    /// <summary>TUQ.: by the head's authority, given in writing and for a time.</summary>
    ByAuthority,

    /// <summary>Q.: acting head, while there is no other.</summary>
    Acting,
}

/// <summary>In what capacity a person signs, as the signature block prints it.</summary>
/// <param name="Title">The signer's own position, such as <c>Phó Chủ tịch</c>.</param>
public sealed record SigningCapacity(SigningForm Form, string Title);
