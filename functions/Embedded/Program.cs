using Microsoft.Extensions.Hosting;
using PublicAdmin.Embedded;

var office = EmbeddedOffice.Build(args);
await office.StartAsync();
Console.OutputEncoding = System.Text.Encoding.UTF8;
Console.WriteLine(Welcome.At(office.Urls.First()));
await office.WaitForShutdownAsync();
