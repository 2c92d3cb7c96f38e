using System.Net.Http.Json;
using PublicAdmin.Platform;
using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Attack;

/// <summary>The second act comes whole between any two storage steps of the first.</summary>
internal static class SameMoment
{
    /// <returns>How many steps the first act has.</returns>
    public static async Task<int> AtEachStepAsync(
        Office office, Func<Task<(Func<Task<HttpResponseMessage>> First, Func<Task<HttpResponseMessage>> Second)>> prepare,
        Func<HttpResponseMessage, HttpResponseMessage, Task> judge, Action? next = null)
    {
        for (var step = 1; ; step++)
        {
            var (act, other) = await prepare();
            HttpResponseMessage? meanwhile = null;
            office.InterruptAt(step, () => meanwhile = other().GetAwaiter().GetResult());
            var answer = await act();
            office.InterruptAt(int.MaxValue, () => { });
            if (meanwhile is null)
            {
                return step - 1;
            }

            await judge(answer, meanwhile);
            next?.Invoke();
        }
    }

    public static (Func<Task<HttpResponseMessage>>, Func<Task<HttpResponseMessage>>) Twice(Func<Task<HttpResponseMessage>> act) => (act, act);

    public static Func<HttpResponseMessage, HttpResponseMessage, Task> SameAsync<T>(Func<T, string> what) => async (first, second) =>
    {
        Assert.True(first.IsSuccessStatusCode, await first.Content.ReadAsStringAsync());
        Assert.True(second.IsSuccessStatusCode, await second.Content.ReadAsStringAsync());
        Assert.Equal(
            what((await first.Content.ReadFromJsonAsync<T>(OfficeJson.Stored))!), what((await second.Content.ReadFromJsonAsync<T>(OfficeJson.Stored))!));
    };
}
