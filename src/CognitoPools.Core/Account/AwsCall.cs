namespace CognitoPools.Account;

/// <summary>One attempt of a call to AWS, without secrets, tokens and policy documents.</summary>
/// <param name="Service">The service's id, such as <c>Cognito Identity</c>, <c>IAM</c> or <c>STS</c>.</param>
/// <param name="Operation">The operation, such as <c>ListIdentities</c>.</param>
/// <param name="Region">The Region of the call; empty if there is none.</param>
/// <param name="Attempt">1 for the first attempt.</param>
/// <param name="Summary">The subject of the call, such as the pool's id; null if there is none.</param>
public sealed record AwsCall(string Service, string Operation, string Region, int Attempt, string? Summary)
{
    /// <summary>One line for a verbose message, such as <c>Cognito Identity ListIdentities in eu-west-1 (IdentityPoolId
    /// eu-west-1:...)</c>.</summary>
    public override string ToString() =>
        $"{Service} {Operation}" + (Region.Length == 0 ? "" : $" in {Region}") + (Summary is null ? "" : $" ({Summary})")
        + (Attempt == 1 ? "" : $", attempt {Attempt}");
}
