using System.Globalization;
using System.Text;

namespace PublicAdmin.Azure;

/// <summary>Blob Storage names blocks in Base64 and wants all names of a blob equally long.</summary>
internal static class BlockIds
{
    public static string Of(int block) => Convert.ToBase64String(Encoding.ASCII.GetBytes(block.ToString("D5", CultureInfo.InvariantCulture)));

    public static int NumberOf(string id) => int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(id)), CultureInfo.InvariantCulture);
}
