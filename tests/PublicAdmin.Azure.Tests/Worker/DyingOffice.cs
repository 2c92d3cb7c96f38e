using PublicAdmin.Tests.Support;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>
/// The same office, whose worker is killed (as <c>kill -9</c>) once in every queue function, while it has a message in hand, and started again.
/// </summary>
internal sealed class DyingOffice(AzureOffice office) : IOffice
{
    private readonly HashSet<string> _diedIn = [];

    public IReadOnlyCollection<string> DiedIn => _diedIn;

    public HttpClient Http => office.Http;

    public HttpClient As(string persona) => office.As(persona);

    public string OfficeOf(string persona) => office.OfficeOf(persona);

    public async Task DeliverMessagesAsync(int atOnce = 1)
    {
        office.Triggers.Amid = Kill;
        try
        {
            while (!await DrainAsync() || office.Host.Worker.HasExited) // It may have answered in the moment of its death.
            {
                await office.RestartWorkerAsync();
            }
        }
        finally
        {
            office.Triggers.Amid = _ => { };
        }
    }

    private async Task<bool> DrainAsync()
    {
        try
        {
            await office.DeliverMessagesAsync();
            return true;
        }
        catch (IOException)
        {
            return false; // The worker is dead.
        }
    }

    private void Kill(FunctionOfHost function)
    {
        if (_diedIn.Add(function.Name))
        {
            office.Host.Worker.Kill();
        }
    }
}
