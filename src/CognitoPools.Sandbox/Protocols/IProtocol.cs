using System.Text.Json;
using CognitoPools.Sandbox.Validation;
using CognitoPools.Sandbox.Wire;

namespace CognitoPools.Sandbox.Protocols;

/// <summary>How one service speaks: which operation a request asks for, its input, its answers.</summary>
internal interface IProtocol
{
    string Service { get; }

    /// <summary>The code of a broken constraint.</summary>
    string ValidationCode { get; }

    ServiceError Throttled { get; }

    ServiceError InternalError { get; }

    ServiceError Unsigned { get; }

    /// <summary>Temporary credentials that this account did not hand out, or with another session token.</summary>
    ServiceError InvalidKey { get; }

    /// <summary>Temporary credentials that have ended.</summary>
    ServiceError ExpiredKey { get; }

    /// <summary>The operation's name; empty when the request names none.</summary>
    string OperationOf(IncomingCall call);

    /// <summary>The input of a request, as its operation's shape describes it.</summary>
    JsonElement Read(StructureShape shape, IncomingCall call);

    string Masked(string body);

    SandboxAnswer Answer(string operation, object? content, string requestId);

    /// <summary>The text of a success that says nothing, not even AWS's request id.</summary>
    string Nothing(string operation);

    SandboxAnswer Failure(ServiceError error, string requestId);
}
