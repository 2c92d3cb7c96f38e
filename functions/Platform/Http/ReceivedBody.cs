namespace PublicAdmin.Platform.Http;

/// <summary>The whole body of a request, which the server took in before the function was called; absent where the server hands on a stream.</summary>
public sealed record ReceivedBody(byte[] Bytes);
