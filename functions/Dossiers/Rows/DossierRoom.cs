using System.Text.Json;
using PublicAdmin.Platform;

namespace PublicAdmin.Dossiers.Rows;

/// <summary>
/// The room a dossier's state has: 64 KiB, counted as the table counts text, in two bytes a letter. What begins another round (a pause, a transfer) is
/// refused while there is still room to end the dossier and for what the office itself writes down.
/// </summary>
internal static class DossierRoom
{
    private const int Letters = 32 * 1024;
    private const long FewEvents = 8; // Fewer cannot fill it: each of their texts has a bound of its own. A proposal alone can fill most of it.

    private static readonly HashSet<Act> EndRounds = [Act.Accept, Act.Refuse, Act.Supplement, Act.Take, Act.Propose, Act.Approve, Act.Issue, Act.Resume];
    private static readonly HashSet<Act> EndAll = [Act.Return, Act.Stop, Act.Withdraw, Act.CloseFees, Act.RevokeResult];

    /// <param name="act">What is to be done.</param>
    /// <param name="stored">How the dossier is.</param>
    /// <param name="e">What would be added.</param>
    public static bool IsLeft(Act act, StoredDossier stored, DossierEvent e) =>
        (stored.Version < FewEvents && e is not Proposed) || JsonSerializer.Serialize(stored.Dossier.Apply(e), OfficeJson.Stored).Length <= MostAfter(act);

    private static int MostAfter(Act act) => EndAll.Contains(act) ? Letters : EndRounds.Contains(act) ? Letters * 9 / 10 : Letters * 3 / 4;
}
