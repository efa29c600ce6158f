using Amazon.Runtime;

namespace Amazon.IdentityManagement.Model;

/// <summary>The pages of ListRolePolicies.</summary>
public interface IListRolePoliciesPaginator : IPaginator<ListRolePoliciesResponse>
{
    /// <summary>The pages.</summary>
    IPaginatedEnumerable<ListRolePoliciesResponse> Responses { get; }

    /// <summary>The items of all pages.</summary>
    IPaginatedEnumerable<string> PolicyNames { get; }
}
