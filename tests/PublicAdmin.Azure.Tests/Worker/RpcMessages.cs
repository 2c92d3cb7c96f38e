using System.Reflection;
using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace PublicAdmin.Tests.Azure.Worker;

/// <summary>
/// The messages between a Functions host and its worker, as JSON. Their descriptors are the worker's own (Microsoft.Azure.Functions.Worker.Grpc), so
/// nothing of the protocol is copied here.
/// </summary>
internal static class RpcMessages
{
    private const string Type = "Microsoft.Azure.Functions.Worker.Grpc.Messages.StreamingMessage, Microsoft.Azure.Functions.Worker.Grpc";

    private static readonly MessageDescriptor Streaming =
        (MessageDescriptor)System.Type.GetType(Type, throwOnError: true)!.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    public static byte[] Write(JsonObject message) => JsonParser.Default.Parse(message.ToJsonString(), Streaming).ToByteArray();

    public static JsonObject Read(byte[] bytes) => JsonNode.Parse(JsonFormatter.Default.Format(Streaming.Parser.ParseFrom(bytes)))!.AsObject();
}
