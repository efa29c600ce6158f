using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of ListAttachedRolePolicies.</summary>
public interface IListAttachedRolePoliciesPaginator : IPaginator<ListAttachedRolePoliciesResponse>
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListAttachedRolePoliciesResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<AttachedPolicyType> AttachedPolicies { get; }
}
