namespace PublicAdmin.Dossiers;

/// <summary>What becomes of the account of a dossier that has ended.</summary>
public enum FeeOutcome
{
    /// <summary>Không thu: what is still open is not asked for.</summary>
    Waived,

    /// <summary>Hoàn trả: what was paid goes back.</summary>
    Refunded,

    /// <summary>Vẫn phải nộp: it stays owed and may still be paid.</summary>
    Owed,
}

/// <summary>Quyết toán khoản thu: how the account of an ended dossier was closed.</summary>
/// <param name="Ground">The rule or decision it rests on.</param>
/// <param name="Refunded">Đồng; 0 unless something goes back.</param>
public sealed record FeeClosure(FeeOutcome Outcome, string Ground, long Refunded, DateTimeOffset At, string By);
