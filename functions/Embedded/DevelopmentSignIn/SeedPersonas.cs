using Microsoft.Extensions.Hosting;
using PublicAdmin.Identity;
using PublicAdmin.Offices;
using PublicAdmin.Platform;

namespace PublicAdmin.Embedded.DevelopmentSignIn;

/// <summary>Before the doors open, enters the personas who are staff or systems into the staff directory. Those already there stay as they are.</summary>
internal sealed class SeedPersonas(StaffRegister register, OfficeDirectory offices, TimeProvider clock) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => register.SeedAsync(
        Personas.All.Where(persona => persona.Kind is not CallerKind.Citizen).Select(persona => persona.ToMember(offices, clock.Today())), cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
