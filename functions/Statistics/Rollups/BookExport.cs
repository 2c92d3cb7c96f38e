using System.Security.Cryptography;
using System.Text;

namespace PublicAdmin.Statistics.Rollups;

/// <summary>
/// All that books say, as bytes: each row of the roll-ups that is not empty and each fact, in the order of their keys. How often they were written does not
/// show.
/// </summary>
public static class BookExport
{
    public static async Task<string> HashAsync(Books books, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var (key, tally) in books.AllCellsAsync(ct))
        {
            if (!tally.IsEmpty)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{key.ToRowKey()} {tally.ToJson()}\n"));
            }
        }

        await foreach (var fact in books.FactsAsync(ct))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{fact.ToJson()}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
