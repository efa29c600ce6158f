namespace CognitoPools.SdkGenerator.Model;

/// <summary>A service as one file of service-models/ describes it; README.md there explains the format.</summary>
internal sealed record ServiceModel
{
    public required string ServiceId { get; init; }

    public required string Version { get; init; }

    /// <summary>The prefix of X-Amz-Target; null for the Query protocol.</summary>
    public required string? Target { get; init; }

    public required string SigningName { get; init; }

    public required string Namespace { get; init; }

    public required string Client { get; init; }

    public required IReadOnlyList<Operation> Operations { get; init; }

    public required IReadOnlyList<ServiceError> Errors { get; init; }

    /// <summary>The last part of the namespace, which names the service in .NET: CognitoIdentity.</summary>
    public string Name => Namespace.Substring(Namespace.LastIndexOf('.') + 1);
}

/// <summary>An operation of a service.</summary>
internal sealed record Operation(string Name)
{
    /// <summary>A structure; empty where the operation takes nothing.</summary>
    public required Shape Input { get; init; }

    /// <summary>A structure; empty where the operation answers nothing.</summary>
    public required Shape Output { get; init; }

    public required IReadOnlyList<ServiceError> Errors { get; init; }

    public required bool IsUnsigned { get; init; }

    /// <summary>The members that the client also takes as plain arguments.</summary>
    public required IReadOnlyList<IReadOnlyList<Member>> Overloads { get; init; }

    /// <summary>The path of each member that an answer must hold; none: the request id.</summary>
    public required IReadOnlyList<IReadOnlyList<Member>> Answer { get; init; }
}

/// <param name="Name">The name of the exception class.</param>
/// <param name="Code">The code on the wire.</param>
internal sealed record ServiceError(string Name, string Code);
