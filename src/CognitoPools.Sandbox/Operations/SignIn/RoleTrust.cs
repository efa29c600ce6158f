using CognitoPools.Roles;
using CognitoPools.Sandbox.Iam;

namespace CognitoPools.Sandbox.Operations.SignIn;

/// <summary>Evaluates whether the trust policy of a role accepts a token.</summary>
internal static class RoleTrust
{
    /// <summary>The role. Null if it does not exist, if the IAM delay is not over, or if its trust policy refuses the
    /// token.</summary>
    public static IamRole? Assumable(CallContext context, string arn, TrustRequest request)
    {
        var role = context.Iam.Usable(arn, context.Now, context.IamDelay);
        return role is not null && Accepts(role, request) ? role : null;
    }

    private static bool Accepts(IamRole role, TrustRequest request)
    {
        try
        {
            return TrustPolicy.Parse(role.TrustPolicy).Evaluate(request).Allowed;
        }
        catch (FormatException)
        {
            // The trust policy of a role that was added with PutRole is not checked.
            return false;
        }
    }
}
