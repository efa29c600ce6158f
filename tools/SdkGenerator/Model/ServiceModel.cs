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
    /// <summary>A structure; empty where the operation has no input.</summary>
    public required Shape Input { get; init; }

    /// <summary>A structure; empty where the operation answers nothing.</summary>
    public required Shape Output { get; init; }

    public required IReadOnlyList<ServiceError> Errors { get; init; }

    public required bool IsUnsigned { get; init; }

    /// <summary>The members that the client also accepts as plain arguments.</summary>
    public required IReadOnlyList<IReadOnlyList<Member>> Overloads { get; init; }

    /// <summary>What makes an answer count.</summary>
    public required AnswerRule Answer { get; init; }
}

/// <summary>The conditions under which an answer counts: its members, or AWS's request id where no member is required.</summary>
/// <param name="Members">The members that must be there.</param>
/// <param name="Asked">The members that must equal the request's member of the same name, where both are there.</param>
internal sealed record AnswerRule(IReadOnlyList<AnswerMember> Members, IReadOnlyList<Member> Asked);

/// <param name="Path">The member, and those that it is part of before it.</param>
/// <param name="Form">The pattern of the whole value; null for any value that is not empty.</param>
internal sealed record AnswerMember(IReadOnlyList<Member> Path, string? Form);

/// <param name="Name">The name of the exception class.</param>
/// <param name="Code">The code on the wire.</param>
internal sealed record ServiceError(string Name, string Code);
