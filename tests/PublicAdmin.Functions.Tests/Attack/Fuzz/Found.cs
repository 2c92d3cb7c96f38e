using System.Globalization;
using System.Text.Json;

namespace PublicAdmin.Tests.Attack.Fuzz;

/// <summary>Reads answers that may not be what was hoped for: the chapter goes on, and in the end it is said which operation failed.</summary>
internal static class Found
{
    /// <param name="answer">An answer.</param>
    /// <param name="way">Names and positions, such as <c>items</c>, <c>0</c>, <c>id</c>.</param>
    /// <returns><c>none</c> when there is nothing.</returns>
    public static string At(this JsonElement answer, params string[] way)
    {
        foreach (var step in way)
        {
            if (answer.ValueKind is JsonValueKind.Array && int.TryParse(step, CultureInfo.InvariantCulture, out var at) && at < answer.GetArrayLength())
            {
                answer = answer[at];
            }
            else if (answer.ValueKind is not JsonValueKind.Object || !answer.TryGetProperty(step, out answer))
            {
                return "none";
            }
        }

        return answer.ToString();
    }
}
