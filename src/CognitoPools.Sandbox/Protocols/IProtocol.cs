using System.Text.Json;
using CognitoPools.Sandbox.Validation;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Protocols;

/// <summary>The protocol of one service: reads the operation and the input of a request, and writes the answers.</summary>
internal interface IProtocol
{
    string Service { get; }

    /// <summary>The error code of a broken constraint.</summary>
    string ValidationCode { get; }

    ServiceError Throttled { get; }

    ServiceError InternalError { get; }

    ServiceError Unsigned { get; }

    /// <summary>The error for temporary credentials that this account did not issue, or with the wrong session token.</summary>
    ServiceError InvalidKey { get; }

    /// <summary>The error for expired temporary credentials.</summary>
    ServiceError ExpiredKey { get; }

    /// <summary>The operation's name; empty when the request names none.</summary>
    string OperationOf(IncomingCall call);

    /// <summary>The input of a request, as its operation's shape describes it.</summary>
    JsonElement Read(StructureShape shape, IncomingCall call);

    string Masked(string body);

    SandboxAnswer Answer(string operation, object? content, string requestId);

    /// <summary>The text of a successful answer without content and without AWS's request id.</summary>
    string Nothing(string operation);

    SandboxAnswer Failure(ServiceError error, string requestId);
}
